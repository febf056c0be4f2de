/** Fields whose values are ids: the part of the library that these are ids of, and what such a thing is called. */
export const idFields = new Map(
  Object.entries({
    unit: { of: 'units', what: 'unit' },
    revisits: { of: 'lessons', what: 'lesson' },
    day: { of: 'days', what: 'awareness day' },
    topics: { of: 'topics', what: 'topic' },
    statements: { of: 'statements', what: 'statement' },
    'law-topics': { of: 'statements', what: 'law topic' },
    services: { of: 'services', what: 'service' },
    service: { of: 'services', what: 'service' },
    law: { of: 'laws', what: 'law sentence' },
  } as const),
);
