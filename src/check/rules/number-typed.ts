import { defineRule } from '../rule.js';

/** Telephone numbers as they are written in the UK, short ones only after a word for ringing. */
const numbers =
  /(?<![\d£.,-])(?:\+44[\d ]{9,13}\d|0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}|0800[ -]?\d{4}|116[ -]?\d{3}|8\d{4}|0\d{9,10})(?![\d%]|\.\d)|(?<=\b(?:ring|rings|call|calls|dial|dials|phone|phones|number|text|rang|called|dialled) (?:the )?(?:police |Police )?(?:on |is )?)\d{3,6}\b/g;

/** A number that is typed stays when the service changes it, and a child rings somebody else. */
export const numberTyped = defineRule<{ number: string; service: string | null }>({
  id: 'number-typed',
  group: 'exactness',
  severity: 'error',
  fixed: 'A wrong number does harm, and only the list of services is looked after.',
  about: 'No telephone number is typed: it comes from the services or the profile.',
  message: ({ number }) => `The number ${number} is typed here.`,
  hint: ({ service }) =>
    service
      ? `Write $service.${service}, or $service.${service}.phone for the number alone.`
      : 'Add the service to the list of services and write its mark, such as $service.childline.',
  texts(library) {
    const services = [...library.services.values()].map(({ value }) => value);
    return {
      look: (text) =>
        (/\d{3}/.test(text.text) ? [...text.text.matchAll(numbers)] : []).flatMap(({ index, 0: number }) => {
          const digits = number.replaceAll(/\D/g, '');
          const service = services.find(({ phone }) => phone?.replaceAll(/\D/g, '') === digits)?.id ?? null;
          const place = { text: text.text, start: index, end: index + number.length };
          return [this.atWords(text.source, text.path, place, { number, service })];
        }),
    };
  },
});
