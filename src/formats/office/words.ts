/** The entities of XML that `xml` writes, and that of an apostrophe, which other programs do. */
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a property of a file is called in a PDF. */
const properties: Readonly<Record<string, string>> = {
  'dc:title': 'Title',
  'dc:creator': 'Author',
  'dc:subject': 'Subject',
  'cp:keywords': 'Keywords',
  'dc:description': 'Description',
  'dcterms:modified': 'ModDate',
};

/** The words of a part, with the alternative text of its pictures; those of two paragraphs are never one. */
export function textOfPart(xml: string): string {
  return plain(
    xml
      .replace(/<(?:p:cNvPr|wp:docPr) [^>]*descr="([^"]*)"[^>]*>/g, ' $1 ')
      .replace(/<\/[aw]:p>|<[aw]:(?:br|tab)[ />]/g, ' $&')
      .replace(/<[^>]*>/g, ''),
  );
}

/** What a file says of itself in its core properties, by the names of PDF. */
export function propertiesOfCore(core: string): Map<string, string> {
  return new Map(
    [...core.matchAll(/<([a-z]+:\w+)[^>]*>([^<]*)</g)].flatMap(([, name, value]) => {
      const known = properties[name as string];
      return known ? [[known, plain(value as string)] as const] : [];
    }),
  );
}

function plain(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
