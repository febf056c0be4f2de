/**
 * The deck on the screen, as the parts of the presenter share it. They run in the browser of whoever opens the deck: what
 * one needs of another it is given, since there is nothing there to import from.
 */
export interface Deck {
  /** The slides, each with its notes. */
  readonly stages: readonly HTMLElement[];
  readonly state: {
    /** Which slide is shown, from 0. */
    at: number;
    overview: boolean;
    /** How many times as large as what fits the window. */
    zoom: number;
    /** Whether nothing is on the screen. */
    blank: boolean;
  };
  current(): HTMLElement;
  /** What a slide is called, or what it says first. */
  titleOf(stage: HTMLElement | undefined): string;
  /** Says something to those who do not see it. */
  announce(text: string): void;
  make<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    className: string,
    text?: string,
    owner?: Document,
  ): HTMLElementTagNameMap[Tag];
}

/** What keys and buttons do. */
export interface Actions {
  /** Shows a slide, counted from 0; before the first is the first, behind the last the last. */
  show(index: number): void;
  setOverview(on: boolean): void;
  setZoom(zoom: number): void;
  blank(on: boolean): void;
  openNotes(): void;
  toggleTimer(): void;
  fullScreen(): void;
  print(): void;
}
