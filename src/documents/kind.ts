import type { SelectedPlan, SelectedPoster } from '../select/select.js';
import type { Status } from '../sign-off/state.js';

/** What every template gets, whatever the kind. */
export interface BaseModel {
  /** The title of the document, as readers of PDF files show it. */
  title: string;
  /** What the document is and for whom, without a full stop, for the properties of the file. */
  subject: string;
  /** Words to find it by. */
  keywords: string[];
  /** The seven colours: one palette for each band, one for campaigns. */
  palette: 'ks3' | 'ks4' | 'ks5' | 'staff' | 'day';
  /** `Draft, not reviewed`, or by whom and when it was reviewed. */
  status: string;
  /** The same for the foot of a page. */
  shortStatus: string;
  school: string | null;
}

/** A kind of document that is made of a lesson or session. */
export interface PlanKind {
  id: string;
  of: 'plan';
  /** What people call it. */
  name: string;
  /** Whether there is anything to make of this plan. */
  applies(selected: SelectedPlan): boolean;
  compose(selected: SelectedPlan, status: Status): BaseModel;
}

/** A kind of document that is made of a campaign's posters, in several sizes. */
export interface PosterKind {
  id: string;
  of: 'poster';
  name: string;
  sizes: readonly string[];
  compose(selected: SelectedPoster, status: Status, size: string): BaseModel;
}

export type DocumentKind = PlanKind | PosterKind;
