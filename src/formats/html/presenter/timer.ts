import type { Deck } from './deck.js';

/** The timer of a task: it runs on while other slides are shown, until that of another task is started. */
export function createTimer({ state, current, announce, make }: Deck, button: HTMLButtonElement) {
  const timer = { left: null as number | null, until: 0, ticking: 0, of: 0 };
  const clock = make('p', 'clock');
  clock.setAttribute('role', 'timer');
  const minutesHere = () => Number(current().dataset.minutes ?? 0);
  const isOfAnother = () => minutesHere() > 0 && timer.of !== state.at;
  const inMinutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  /** The clock of the window with notes, while there is one. */
  let other: Element | null = null;

  const draw = () => {
    const seconds = timer.left ?? minutesHere() * 60;
    const shown = timer.left !== null || minutesHere() > 0;
    // Until it is started, the slide itself says how long.
    clock.hidden = timer.left === null || state.overview;
    clock.classList.toggle('over', timer.left === 0);
    clock.textContent = timer.left === 0 ? 'Time is up' : inMinutes(seconds);
    button.hidden = !shown;
    button.textContent = timer.ticking ? 'Pause timer' : 'Go on';
    if (timer.left === 0) button.textContent = 'Put timer away';
    if (timer.left === null || isOfAnother()) button.textContent = 'Start timer';
    if (other) other.textContent = shown ? clock.textContent : '';
    other?.classList.toggle('over', timer.left === 0);
  };
  const drawIn = (element: Element) => {
    other = element;
    draw();
  };
  const reset = () => {
    clearInterval(timer.ticking);
    Object.assign(timer, { left: null, ticking: 0 });
  };
  const tick = () => {
    timer.left = Math.max(0, Math.round((timer.until - Date.now()) / 1000));
    if (timer.left === 0) {
      clearInterval(timer.ticking);
      timer.ticking = 0;
      announce('Time is up');
    }
    draw();
  };
  const toggle = () => {
    if (isOfAnother()) reset();
    if (timer.left === 0) reset();
    else if (timer.ticking) {
      clearInterval(timer.ticking);
      timer.ticking = 0;
    } else if (timer.left !== null || minutesHere() > 0) {
      if (timer.left === null) Object.assign(timer, { left: minutesHere() * 60, of: state.at });
      timer.until = Date.now() + Number(timer.left) * 1000;
      timer.ticking = window.setInterval(tick, 250);
    }
    draw();
  };
  return { clock, draw, drawIn, toggle };
}
