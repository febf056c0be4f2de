import type { Actions, Deck } from './deck.js';
import type { createKeys } from './keys.js';
import type { createNotes } from './notes.js';
import type { createTimer } from './timer.js';
import type { listenToTouch } from './touch.js';

/** The parts of the presenter, which it is given since it runs where it can import nothing. */
export interface Parts {
  createTimer: typeof createTimer;
  createNotes: typeof createNotes;
  createKeys: typeof createKeys;
  listenToTouch: typeof listenToTouch;
}

/**
 * Runs in the browser of whoever opens a deck: shows one slide at a time, with keys, touch, buttons, an overview, a timer for
 * tasks and the notes in a window of their own. Without it the deck is a page to read from top to bottom.
 */
export function present(parts: Parts): void {
  const root = document.documentElement;
  const stages = [...document.querySelectorAll<HTMLElement>('.stage')];
  const state = { at: 0, overview: false, zoom: 1, blank: false };
  const size = { width: 1280, height: 720 };
  const thumbnail = 0.25;

  const make: Deck['make'] = (tag, className, text = '', owner = document) => {
    const element = owner.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const live = make('p', 'live');
  live.setAttribute('aria-live', 'polite');
  const announce = (text: string) => {
    live.textContent = text;
  };
  const current = () => stages[state.at] as HTMLElement;
  const titleOf = (stage: HTMLElement | undefined) =>
    (stage?.querySelector('h1, h2')?.textContent ?? stage?.querySelector('.slide p')?.textContent ?? '').trim();
  const deck: Deck = { stages, state, current, titleOf, announce, make };

  const bar = make('nav', 'bar');
  bar.setAttribute('aria-label', 'Slides');
  const buttons: HTMLButtonElement[] = [];
  const button = (label: string, keys: string, act: () => void) => {
    const element = make('button', '', label);
    element.type = 'button';
    element.title = keys;
    element.setAttribute('aria-keyshortcuts', keys === '+' ? 'Plus' : keys);
    element.addEventListener('click', act);
    // With a button that was clicked, the bar would stay over the slide, and Space would press it again.
    element.addEventListener('mousedown', (event) => event.preventDefault());
    bar.append(element);
    buttons.push(element);
    return element;
  };
  const where = make('p', 'where');

  const rescale = () => {
    // On telephones the inner width is that of what is shown, however wide it is.
    const { clientWidth, clientHeight } = root;
    // With notes below it, the slide leaves them room.
    const room = notes.areBelow() ? 0.6 * clientHeight : clientHeight;
    const fits = Math.min(clientWidth / size.width, room / size.height);
    const small = Math.min(thumbnail, (0.85 * clientWidth) / size.width);
    root.style.setProperty('--scale', String(state.overview ? small : fits * state.zoom));
  };
  const say = () => announce(`Slide ${state.at + 1} of ${stages.length}: ${titleOf(current())}`);
  const show = (index: number, aloud = true) => {
    const before = state.at;
    state.at = Math.max(0, Math.min(stages.length - 1, index));
    if (state.at !== before && notes.areBelow()) scrollTo(0, 0);
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
    timer.draw();
    notes.draw();
  };

  const actions: Actions = {
    show,
    setOverview(on) {
      state.overview = on;
      root.classList.toggle('overview', on);
      overviewButton.setAttribute('aria-pressed', String(on));
      show(state.at);
      if (!on) current().focus();
      else current().scrollIntoView({ block: 'center' });
    },
    setZoom(zoom) {
      state.zoom = Math.max(1, Math.min(4, zoom));
      root.classList.toggle('zoomed', state.zoom > 1);
      announce(`${Math.round(state.zoom * 100)} per cent`);
      rescale();
    },
    blank(on) {
      state.blank = on;
      root.classList.toggle('blank', on);
      if (on) announce('Nothing is on the screen');
      else say();
    },
    openNotes() {
      notes.open();
      rescale();
    },
    toggleTimer: () => timer.toggle(),
    fullScreen() {
      const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.();
      done?.catch(() => undefined);
    },
    print: () => window.print(),
  };
  button('Back', 'ArrowLeft', () => show(state.at - 1));
  bar.append(where);
  button('Next', 'ArrowRight', () => show(state.at + 1));
  const overviewButton = button('Overview', 'O', () => actions.setOverview(!state.overview));
  button('Notes', 'N', actions.openNotes);
  const timerButton = button('Start timer', 'T', actions.toggleTimer);
  button('Larger', '+', () => actions.setZoom(state.zoom * 1.25));
  button('Smaller', '-', () => actions.setZoom(state.zoom / 1.25));
  button('Full screen', 'F', actions.fullScreen);
  button('Print', 'P', actions.print);
  button('Keys', '?', () => keys.showHelp());

  const timer = parts.createTimer(deck, timerButton);
  const keys = parts.createKeys(deck, actions, buttons, () => state.zoom > 1 || notes.areBelow());
  const notes = parts.createNotes(deck, timer.drawIn, keys.onKey);
  parts.listenToTouch(deck, actions, () => keys.help.open);

  for (const [index, stage] of stages.entries()) {
    stage.tabIndex = -1;
    const link = stage.querySelector('.go') as HTMLElement;
    link.textContent = `${index + 1}. ${titleOf(stage)}`;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      state.at = index;
      actions.setOverview(false);
    });
  }
  addEventListener('resize', rescale);
  addEventListener('hashchange', () => {
    const index = stages.findIndex(({ id }) => `#${id}` === location.hash);
    if (index >= 0 && index !== state.at) show(index);
  });
  document.querySelector('main')?.append(timer.clock);
  document.body.append(live, bar, keys.help);
  // The slide fits whatever there is; buttons are for thumbs.
  document.querySelector('meta[name="viewport"]')?.setAttribute('content', 'width=device-width, initial-scale=1');
  root.classList.add('shows');
  const asked = stages.findIndex(({ id }) => `#${id}` === location.hash);
  show(Math.max(0, asked), false);
}
