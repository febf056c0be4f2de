import type { Actions, Deck } from './deck.js';

/**
 * What keys do, and the list of them. Letters and signs can be switched off as keys, for those who speak to their computer
 * or often strike a key beside the one they mean; that is remembered. Source: WCAG 2.2, 2.1.4 Character Key Shortcuts.
 * @param buttons the buttons of the bar, each of which names its key
 * @param scrolls whether there is more of a slide or its notes than can be seen
 */
export function createKeys(
  { stages, state, make }: Deck,
  actions: Actions,
  buttons: readonly HTMLButtonElement[],
  scrolls: () => boolean,
) {
  const list: readonly [string, string][] = [
    ['→ ↓ Space Page Down', 'next slide'],
    ['← ↑ Page Up', 'slide before'],
    ['Home, End', 'first, last slide'],
    ['O', 'overview of all slides; arrows choose, Enter shows'],
    ['N', 'notes in a window for your own screen'],
    ['T', 'timer of a task: start, pause, go on'],
    ['B', 'nothing on the screen; any key or a click brings the slide back'],
    ['+ − 0', 'larger, smaller, whole slide; Shift and arrows move about'],
    ['F', 'full screen'],
    ['P', 'print all slides'],
    ['?', 'this list'],
  ];
  const help = make('dialog', 'keys');
  help.setAttribute('aria-label', 'Keys');
  const table = make('table', '');
  for (const [key, what] of list) {
    const row = table.insertRow();
    const head = make('th', '', key);
    head.scope = 'row';
    row.append(head);
    row.insertCell().textContent = what;
  }
  const close = make('button', '', 'Close');
  close.type = 'button';
  // Whoever strikes Space to go on must not switch off letters.
  close.autofocus = true;
  close.addEventListener('click', () => help.close());

  const letters = make('input', '');
  letters.type = 'checkbox';
  const names = buttons.map(
    (button) => [button, button.title, button.getAttribute('aria-keyshortcuts') ?? ''] as const,
  );
  const setLetters = (on: boolean) => {
    letters.checked = on;
    for (const [button, title, shortcut] of names) {
      const works = on || title.length > 1;
      button.title = works ? title : '';
      if (works) button.setAttribute('aria-keyshortcuts', shortcut);
      else button.removeAttribute('aria-keyshortcuts');
    }
  };
  const memory = 'pshe-packs: letters are keys';
  letters.addEventListener('change', () => {
    setLetters(letters.checked);
    try {
      localStorage.setItem(memory, String(letters.checked));
    } catch {
      // Some browsers remember nothing for a file.
    }
  });
  try {
    setLetters(localStorage.getItem(memory) !== 'false');
  } catch {
    setLetters(true);
  }
  const choice = make('label', '');
  choice.append(letters, ' Letters and signs are keys, too');
  help.append(make('h2', '', 'Keys'), table, choice, close);

  const columns = () => {
    const first = (stages[0] as HTMLElement).offsetTop;
    return stages.filter((stage) => stage.offsetTop === first).length || 1;
  };
  const moves: Readonly<Record<string, () => number>> = {
    ArrowRight: () => 1,
    ArrowLeft: () => -1,
    ArrowDown: () => (state.overview ? columns() : 1),
    ArrowUp: () => (state.overview ? -columns() : -1),
    PageDown: () => 1,
    PageUp: () => -1,
    ' ': () => 1,
    Backspace: () => -1,
    Home: () => -stages.length,
    End: () => stages.length,
  };
  const { show, setOverview, setZoom, blank, openNotes, toggleTimer, fullScreen, print } = actions;
  const showHelp = () => help.showModal();
  const acts: Readonly<Record<string, () => void>> = {
    escape: () => state.overview && setOverview(false),
    o: () => setOverview(!state.overview),
    n: openNotes,
    t: toggleTimer,
    b: () => blank(true),
    '+': () => setZoom(state.zoom * 1.25),
    '=': () => setZoom(state.zoom * 1.25),
    '-': () => setZoom(state.zoom / 1.25),
    '0': () => setZoom(1),
    f: fullScreen,
    p: print,
    '?': showHelp,
  };
  const scroll = (view: Window, key: string) => {
    const by = 0.2 * view.innerHeight;
    const across = { ArrowLeft: -by, ArrowRight: by }[key] ?? 0;
    const down = { ArrowUp: -by, ArrowDown: by }[key] ?? 0;
    view.scrollBy(across, down);
  };
  const onKey = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const target = event.target as HTMLElement;
    // Buttons and links have keys of their own.
    if (!state.blank && [' ', 'Enter'].includes(key) && target.closest('button, a')) return;
    const view = target.ownerDocument.defaultView ?? window;
    const move = moves[key];
    const act = letters.checked || key.length > 1 ? acts[key.toLowerCase()] : undefined;
    if (state.blank) blank(false);
    else if (event.shiftKey && key.startsWith('Arrow') && (scrolls() || view !== window)) scroll(view, key);
    else if (move) show(state.at + move());
    else if (act) act();
    else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', onKey);
  return { help, showHelp, onKey };
}
