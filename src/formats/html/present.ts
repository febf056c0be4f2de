/**
 * Runs in the browser of whoever opens a deck: shows one slide at a time, with keys, touch, buttons, an overview, a timer for
 * tasks and the notes in a window of their own. Without it the deck is a page to read from top to bottom.
 */
export function present(): void {
  const root = document.documentElement;
  const stages = [...document.querySelectorAll<HTMLElement>('.stage')];
  const state = { at: 0, overview: false, zoom: 1 };
  const widthOf = 1280;
  const heightOf = 720;
  const thumbnail = 0.25;

  const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, text = '', owner = document) => {
    const element = owner.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const current = () => stages[state.at] as HTMLElement;
  const titleOf = (stage: HTMLElement | undefined) =>
    (stage?.querySelector('h1, h2')?.textContent ?? stage?.querySelector('.slide p')?.textContent ?? '').trim();

  // What is said to those who do not see the slide change.
  const live = make('p', 'live');
  live.setAttribute('aria-live', 'polite');

  const bar = make('nav', 'bar');
  bar.setAttribute('aria-label', 'Slides');
  const button = (label: string, keys: string, act: () => void) => {
    const element = make('button', '', label);
    element.type = 'button';
    element.title = keys;
    element.setAttribute('aria-keyshortcuts', keys === '+' ? 'Plus' : keys);
    element.addEventListener('click', act);
    // With a button that was clicked, the bar would stay over the slide, and Space would press it again.
    element.addEventListener('mousedown', (event) => event.preventDefault());
    bar.append(element);
    return element;
  };
  const where = make('p', 'where');

  const rescale = () => {
    // On telephones the inner width is that of what is shown, however wide it is.
    const { clientWidth, clientHeight } = root;
    // With notes below it, the slide leaves them room.
    const room = notes.panel ? 0.6 * clientHeight : clientHeight;
    const fits = Math.min(clientWidth / widthOf, room / heightOf);
    root.style.setProperty(
      '--scale',
      String(state.overview ? Math.min(thumbnail, (0.85 * clientWidth) / widthOf) : fits * state.zoom),
    );
  };

  const say = () => {
    live.textContent = `Slide ${state.at + 1} of ${stages.length}: ${titleOf(current())}`;
  };
  const show = (index: number, aloud = true) => {
    const before = state.at;
    state.at = Math.max(0, Math.min(stages.length - 1, index));
    if (state.at !== before && notes.panel) scrollTo(0, 0);
    for (const [number, stage] of stages.entries()) {
      const isCurrent = number === state.at;
      stage.classList.toggle('current', isCurrent);
      stage.hidden = !state.overview && !isCurrent;
      stage.querySelector('.slide')?.toggleAttribute('inert', state.overview);
      const link = stage.querySelector('.go') as HTMLElement;
      link.hidden = !state.overview;
      if (isCurrent) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    where.textContent = `${state.at + 1} of ${stages.length}`;
    try {
      history.replaceState(null, '', `#${current().id}`);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
    if (state.overview) (current().querySelector('.go') as HTMLElement).focus();
    else if (aloud) say();
    rescale();
    drawTimer();
    drawNotes();
  };

  const setOverview = (on: boolean) => {
    state.overview = on;
    root.classList.toggle('overview', on);
    overviewButton.setAttribute('aria-pressed', String(on));
    show(state.at);
    if (!on) current().focus();
    else current().scrollIntoView({ block: 'center' });
  };

  const setZoom = (zoom: number) => {
    state.zoom = Math.max(1, Math.min(4, zoom));
    root.classList.toggle('zoomed', state.zoom > 1);
    live.textContent = `${Math.round(state.zoom * 100)} per cent`;
    rescale();
  };

  // The timer of a task: it runs on while other slides are shown, until that of another task is started.
  const timer = { left: null as number | null, until: 0, ticking: 0, of: 0 };
  const clock = make('p', 'clock');
  clock.setAttribute('role', 'timer');
  const minutesHere = () => Number(current().dataset.minutes ?? 0);
  const isOfAnother = () => minutesHere() > 0 && timer.of !== state.at;
  const inMinutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const drawTimer = () => {
    const seconds = timer.left ?? minutesHere() * 60;
    const shown = timer.left !== null || minutesHere() > 0;
    // Until it is started, the slide itself says how long.
    clock.hidden = timer.left === null || state.overview;
    clock.classList.toggle('over', timer.left === 0);
    clock.textContent = timer.left === 0 ? 'Time is up' : inMinutes(seconds);
    timerButton.hidden = !shown;
    timerButton.textContent = timer.ticking ? 'Pause timer' : 'Go on';
    if (timer.left === 0) timerButton.textContent = 'Put timer away';
    if (timer.left === null || isOfAnother()) timerButton.textContent = 'Start timer';
    const there = notesThere()?.querySelector('.clock');
    if (there) there.textContent = shown ? (clock.textContent ?? '') : '';
    there?.classList.toggle('over', timer.left === 0);
  };
  const resetTimer = () => {
    clearInterval(timer.ticking);
    Object.assign(timer, { left: null, ticking: 0 });
  };
  const tick = () => {
    timer.left = Math.max(0, Math.round((timer.until - Date.now()) / 1000));
    if (timer.left === 0) {
      clearInterval(timer.ticking);
      timer.ticking = 0;
      live.textContent = 'Time is up';
    }
    drawTimer();
  };
  const toggleTimer = () => {
    if (isOfAnother()) resetTimer();
    if (timer.left === 0) resetTimer();
    else if (timer.ticking) {
      clearInterval(timer.ticking);
      timer.ticking = 0;
    } else if (timer.left !== null || minutesHere() > 0) {
      if (timer.left === null) Object.assign(timer, { left: minutesHere() * 60, of: state.at });
      timer.until = Date.now() + Number(timer.left) * 1000;
      timer.ticking = window.setInterval(tick, 250);
    }
    drawTimer();
  };

  // Notes: a window of their own for the teacher’s screen; where the browser allows none, below the slide.
  const notes = { window: null as Window | null, panel: false };
  const notesThere = () => {
    try {
      return notes.window && !notes.window.closed ? notes.window.document : null;
    } catch {
      // Loaded again, it is a stranger’s.
      notes.window?.close();
      notes.window = null;
      return null;
    }
  };
  const drawNotes = () => {
    root.classList.toggle('with-notes', notes.panel && !state.overview);
    for (const stage of stages) {
      const details = stage.querySelector('details') as HTMLDetailsElement;
      details.open = notes.panel;
      details.hidden = !notes.panel || state.overview;
    }
    const there = notesThere();
    if (!there) return;
    there.title = `Notes: ${document.title}`;
    const head = make('header', '', '', there);
    const next = stages[state.at + 1];
    head.append(
      make('p', 'where', `Slide ${state.at + 1} of ${stages.length}`, there),
      make('p', 'clock', '', there),
      make('h1', '', titleOf(current()), there),
      make('p', 'next', next ? `Next: ${titleOf(next)}` : 'This is the last slide.', there),
    );
    const text = there.importNode(current().querySelector('.notes > div') as HTMLElement, true);
    there.body.replaceChildren(head, text);
    there.defaultView?.scrollTo(0, 0);
    drawTimer();
  };
  const openNotes = () => {
    if (notesThere()) {
      notes.window?.focus();
      return;
    }
    notes.window = notes.panel ? null : window.open('', '', 'popup,width=720,height=800');
    if (!notes.window) {
      notes.panel = !notes.panel;
      rescale();
    } else {
      const there = notes.window.document;
      there.documentElement.lang = root.lang;
      for (const style of document.querySelectorAll('head style')) there.head.append(there.importNode(style, true));
      there.body.className = `${document.body.className} notes-window`;
      there.addEventListener('keydown', onKey);
    }
    drawNotes();
  };

  const help = make('dialog', 'keys');
  help.setAttribute('aria-label', 'Keys');
  const keys: readonly [string, string][] = [
    ['→ ↓ Space Page Down', 'next slide'],
    ['← ↑ Page Up', 'slide before'],
    ['Home, End', 'first, last slide'],
    ['O', 'overview of all slides; arrows choose, Enter shows'],
    ['N', 'notes in a window for your own screen'],
    ['T', 'timer of a task: start, pause, go on'],
    ['B', 'nothing on the screen; any key brings the slide back'],
    ['+ − 0', 'larger, smaller, whole slide; Shift and arrows move about'],
    ['F', 'full screen'],
    ['P', 'print all slides'],
    ['?', 'this list'],
  ];
  const list = make('table', '');
  for (const [key, what] of keys) {
    const row = list.insertRow();
    const head = make('th', '', key);
    head.scope = 'row';
    row.append(head);
    row.insertCell().textContent = what;
  }
  const close = make('button', '', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => help.close());
  help.append(make('h2', '', 'Keys'), list, close);

  const fullScreen = () => {
    const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.();
    done?.catch(() => undefined);
  };
  const blank = (on: boolean) => {
    root.classList.toggle('blank', on);
    if (on) live.textContent = 'Nothing is on the screen';
    else say();
  };

  button('Back', 'ArrowLeft', () => show(state.at - 1));
  bar.append(where);
  button('Next', 'ArrowRight', () => show(state.at + 1));
  const overviewButton = button('Overview', 'O', () => setOverview(!state.overview));
  button('Notes', 'N', openNotes);
  const timerButton = button('Start timer', 'T', toggleTimer);
  button('Larger', '+', () => setZoom(state.zoom * 1.25));
  button('Smaller', '-', () => setZoom(state.zoom / 1.25));
  button('Full screen', 'F', fullScreen);
  button('Print', 'P', () => window.print());
  button('Keys', '?', () => help.showModal());

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
  const acts: Readonly<Record<string, () => void>> = {
    o: () => setOverview(!state.overview),
    escape: () => state.overview && setOverview(false),
    n: openNotes,
    t: toggleTimer,
    b: () => blank(true),
    '+': () => setZoom(state.zoom * 1.25),
    '=': () => setZoom(state.zoom * 1.25),
    '-': () => setZoom(state.zoom / 1.25),
    '0': () => setZoom(1),
    f: fullScreen,
    p: () => window.print(),
    '?': () => help.showModal(),
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const target = event.target as HTMLElement;
    if (root.classList.contains('blank')) {
      blank(false);
      event.preventDefault();
      return;
    }
    // Buttons and links have keys of their own.
    if ([' ', 'Enter'].includes(event.key) && target.closest('button, a')) return;
    const view = target.ownerDocument.defaultView ?? window;
    if (event.shiftKey && event.key.startsWith('Arrow') && (state.zoom > 1 || notes.panel || view !== window)) {
      const by = 0.2 * view.innerHeight;
      const across = { ArrowLeft: -by, ArrowRight: by }[event.key] ?? 0;
      const down = { ArrowUp: -by, ArrowDown: by }[event.key] ?? 0;
      view.scrollBy(across, down);
      event.preventDefault();
      return;
    }
    const move = moves[event.key];
    const act = acts[event.key.toLowerCase()];
    if (move) show(state.at + move());
    else if (act) act();
    else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', onKey);

  // A finger that moves across turns the page; one that moves down, or two, do what they always do.
  let from: { x: number; y: number } | null = null;
  document.addEventListener('touchstart', ({ touches: [first, second] }) => {
    from = first && !second ? { x: first.clientX, y: first.clientY } : null;
  });
  document.addEventListener('touchend', ({ changedTouches: [last] }) => {
    const isLarger = state.zoom > 1 || (visualViewport?.scale ?? 1) > 1.01;
    if (!from || !last || state.overview || isLarger || help.open) return;
    const across = last.clientX - from.x;
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(last.clientY - from.y))
      show(state.at - Math.sign(across));
    from = null;
  });

  // The bar is there whenever somebody looks for it.
  let rest = 0;
  const wake = () => {
    root.classList.add('awake');
    clearTimeout(rest);
    rest = window.setTimeout(() => root.classList.remove('awake'), 2500);
  };
  for (const name of ['pointermove', 'pointerdown', 'touchstart'] as const) document.addEventListener(name, wake);

  for (const [index, stage] of stages.entries()) {
    stage.tabIndex = -1;
    stage.querySelector('.go')?.addEventListener('click', (event) => {
      event.preventDefault();
      state.at = index;
      setOverview(false);
    });
  }
  addEventListener('resize', rescale);
  addEventListener('hashchange', () => {
    const index = stages.findIndex(({ id }) => `#${id}` === location.hash);
    if (index >= 0 && index !== state.at) show(index);
  });
  addEventListener('pagehide', () => notes.window?.close());
  document.querySelector('main')?.append(clock);
  document.body.append(live, bar, help);
  // The slide fits whatever there is; buttons are for thumbs.
  document.querySelector('meta[name="viewport"]')?.setAttribute('content', 'width=device-width, initial-scale=1');
  root.classList.add('shows');
  const asked = stages.findIndex(({ id }) => `#${id}` === location.hash);
  show(Math.max(0, asked), false);
  wake();
}
