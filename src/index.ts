/** The public API: what the command line does, for other Node programs. */
export type { BuildOptions, BuildResult } from './build/build.js';
export { build } from './build/build.js';
export type { Failure } from './build/make.js';
export type { Manifest, ManifestDocument } from './build/manifest.js';
export type { Job } from './build/plan.js';
export type { Finding, Severity } from './check/rule.js';
export type { FindingInWords } from './check/run.js';
export { checkLibrary, inWords } from './check/run.js';
export type { Comparison, DocumentDifference } from './compare/compare.js';
export { compare } from './compare/compare.js';
export { lessonFolders } from './library/content.js';
export type { Library } from './library/library.js';
export { loadLibrary } from './library/load.js';
export { signOff } from './sign-off/sign-off.js';
export type { ReviewState } from './sign-off/state.js';
export { reviewState } from './sign-off/state.js';
export { UnableError, UserError } from './terminal/errors.js';
