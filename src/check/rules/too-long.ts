import { defineRule } from '../rule.js';

/** Text that runs out of a slide, card or poster can't be read. Found while printing, in the real page. */
export const tooLong = defineRule<{ document: string; amount: string; direction: string }>({
  id: 'too-long',
  group: 'form',
  severity: 'error',
  fixed: 'Type is never made smaller, so the text would be cut off.',
  about: 'Every text stays inside its slide, card or poster.',
  message: ({ document, amount, direction }) =>
    direction === 'right'
      ? `This is too wide for its place in the ${document}: it runs over by ${amount}.`
      : `This is too long for its place in the ${document}: it runs over by ${amount}.`,
  hint: ({ document, direction }) => {
    if (direction === 'right') return 'Use shorter words.';
    return `Cut words${document === 'slides' ? ', or divide the text between two slides' : ''}. The type is never made smaller.`;
  },
});
