import type { Actions, Deck } from './deck.js';

/**
 * Turns pages for a finger that moves across, and has the bar there whenever somebody looks for it.
 * @param isAsked whether something else is on the screen that a finger is for
 */
export function listenToTouch({ state }: Deck, { show, blank }: Actions, isAsked: () => boolean): void {
  const root = document.documentElement;
  // A finger that moves down, or two, do what they always do.
  let from: { x: number; y: number } | null = null;
  document.addEventListener('touchstart', ({ touches: [first, second] }) => {
    from = first && !second ? { x: first.clientX, y: first.clientY } : null;
  });
  document.addEventListener('touchend', ({ changedTouches: [last] }) => {
    const isLarger = state.zoom > 1 || (visualViewport?.scale ?? 1) > 1.01;
    if (!from || !last || state.overview || state.blank || isLarger || isAsked()) return;
    const across = last.clientX - from.x;
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(last.clientY - from.y))
      show(state.at - Math.sign(across));
    from = null;
  });
  document.addEventListener('click', () => {
    if (state.blank) blank(false);
  });

  let rest = 0;
  const wake = () => {
    root.classList.add('awake');
    clearTimeout(rest);
    rest = window.setTimeout(() => root.classList.remove('awake'), 2500);
  };
  for (const name of ['pointermove', 'pointerdown', 'touchstart'] as const) document.addEventListener(name, wake);
  wake();
}
