/** What a document says of itself in its properties. */
export interface DocumentIdentity {
  title: string;
  /** The school or council, or the library where there is none. */
  author: string;
  /** What it is and for whom, and whether it was reviewed, in one sentence. */
  subject: string;
  keywords: string[];
  /** A language tag, such as `en-GB`. */
  language: string;
  /** Under which terms it may be used, where that is known. */
  licence: { name: string; url: string } | null;
  /** The program that made it. */
  creator: string;
  /** When its content was last changed. */
  date: Date;
}
