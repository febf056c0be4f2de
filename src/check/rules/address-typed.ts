import { defineRule } from '../rule.js';

const addresses =
  /\b(?:https?:\/\/|www\.)[^\s<>()“”]+[^\s<>()“”.,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|uk|co|info|gov|edu|app|io|tv)\b(?:\/[^\s<>()“”]*[^\s<>()“”.,;:!?])?/gi;

/** An address that is typed stays when a page moves, and may lead children anywhere. */
export const addressTyped = defineRule<{ address: string; service: string | null }>({
  id: 'address-typed',
  group: 'exactness',
  severity: 'error',
  about: 'No web or e-mail address is typed: it comes from the services or the profile.',
  message: ({ address }) => `The address ${address} is typed here.`,
  hint: ({ service }) =>
    service
      ? `Write $service.${service}.web.`
      : 'Write $link for the school’s own page, or add the service and write its mark, such as $service.ceop.web.',
  texts(library) {
    const services = [...library.services.values()].map(({ value }) => value);
    return {
      look: (text) =>
        (/[^\s.][.@:][^\s.]/.test(text.text) ? [...text.text.matchAll(addresses)] : []).flatMap(
          ({ index, 0: address }) => {
            if (text.text[index - 1] === '$' || text.text[index - 1] === '.') return [];
            const service = services.find(({ web }) => web && bare(address).startsWith(bare(web)))?.id ?? null;
            const place = { text: text.text, start: index, end: index + address.length };
            return [this.atWords(text.source, text.path, place, { address, service })];
          },
        ),
    };
  },
});

function bare(address: string): string {
  return address.toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.)?/, '');
}
