import { defineRule } from '../rule.js';

/** Text that runs out of a slide, card or poster can't be read. Found while printing, in the real page. */
export const tooLong = defineRule<{
  document: string;
  amount: string;
  direction: string;
  /** The words of a picture that takes room beside the text, or nothing. */
  picture: string;
}>({
  id: 'too-long',
  group: 'form',
  severity: 'error',
  fixed: 'Type is never made smaller, so the text would be cut off.',
  about: 'Every text stays inside its slide, card or poster.',
  message: ({ document, amount, direction }) =>
    direction === 'right'
      ? `This is too wide for its place in the ${document}: it runs over by ${amount}.`
      : `This is too long for its place in the ${document}: it runs over by ${amount}.`,
  hint: ({ document, direction, picture }) => {
    if (direction === 'right') return 'Use shorter words.';
    const ways = [
      'Cut words',
      ...(picture ? [`leave out the picture “${picture}”, which takes half the room`] : []),
      ...(document === 'slides' ? ['divide the text between two slides'] : []),
    ];
    const last = ways.pop();
    return `${[ways.join(', '), last].filter(Boolean).join(', or ')}. The type is never made smaller.`;
  },
});
