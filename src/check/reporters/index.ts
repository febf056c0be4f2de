import type { CheckSummary, FindingInWords } from '../run.js';

export type Reporter = (findings: readonly FindingInWords[], summary: CheckSummary) => string;

/**
 * Every form in which findings can be shown, by the name that --format takes; each is read when it is used. Those that
 * other programs read in a repository give paths from its root.
 */
export const reporters: Readonly<Record<string, { load(): Promise<Reporter>; fromRoot: boolean }>> = {
  text: { load: async () => (await import('./text.js')).text, fromRoot: false },
  json: { load: async () => (await import('./json.js')).json, fromRoot: false },
  sarif: { load: async () => (await import('./sarif.js')).sarif, fromRoot: true },
  junit: { load: async () => (await import('./junit.js')).junit, fromRoot: false },
  github: { load: async () => (await import('./github.js')).github, fromRoot: true },
  markdown: { load: async () => (await import('./markdown.js')).markdown, fromRoot: true },
};
