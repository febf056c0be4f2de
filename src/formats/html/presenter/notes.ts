import type { Deck } from './deck.js';

/**
 * Notes: a window of their own for the teacher’s screen; where the browser allows none, below the slide.
 * @param drawClock shows in an element how much time is left
 * @param onKey hears the keys of that window
 */
export function createNotes(
  { stages, state, current, titleOf, make }: Deck,
  drawClock: (element: Element) => void,
  onKey: (event: KeyboardEvent) => void,
) {
  const root = document.documentElement;
  const notes = { window: null as Window | null, panel: false };
  const documentThere = () => {
    try {
      return notes.window && !notes.window.closed ? notes.window.document : null;
    } catch {
      // Loaded again, it is a stranger’s.
      notes.window?.close();
      notes.window = null;
      return null;
    }
  };
  const draw = () => {
    root.classList.toggle('with-notes', notes.panel && !state.overview);
    for (const stage of stages) {
      const details = stage.querySelector('details') as HTMLDetailsElement;
      details.open = notes.panel;
      details.hidden = !notes.panel || state.overview;
    }
    const there = documentThere();
    if (!there) return;
    there.title = `Notes: ${document.title}`;
    const head = make('header', '', '', there);
    const clock = make('p', 'clock', '', there);
    const next = stages[state.at + 1];
    head.append(
      make('p', 'where', `Slide ${state.at + 1} of ${stages.length}`, there),
      clock,
      make('h1', '', titleOf(current()), there),
      make('p', 'next', next ? `Next: ${titleOf(next)}` : 'This is the last slide.', there),
    );
    const text = there.importNode(current().querySelector('.notes > div') as HTMLElement, true);
    there.body.replaceChildren(head, text);
    there.defaultView?.scrollTo(0, 0);
    drawClock(clock);
  };
  const open = () => {
    if (documentThere()) {
      notes.window?.focus();
      return;
    }
    notes.window = notes.panel ? null : window.open('', '', 'popup,width=720,height=800');
    if (!notes.window) {
      notes.panel = !notes.panel;
    } else {
      const there = notes.window.document;
      there.documentElement.lang = root.lang;
      for (const style of document.querySelectorAll('head style')) there.head.append(there.importNode(style, true));
      there.body.className = `${document.body.className} notes-window`;
      there.addEventListener('keydown', onKey);
    }
    draw();
  };
  addEventListener('pagehide', () => notes.window?.close());
  return { draw, open, areBelow: () => notes.panel };
}
