import type { DocumentIdentity } from '../identity.js';
import { dictOf, type PdfRef, PdfString, textString } from '../objects.js';
import type { Mend } from '../open.js';
import { pagesOf } from '../structure.js';

/** Title, author, dates and the rest, once for people's readers and once as XMP, in agreement (rules 7.1-8, 7.1-9, 5-1). */
export const writeProperties: Mend = ({ file, identity }) => {
  const info = file.trailer.get('Info') as PdfRef;
  const producer = file.dict(info).get('Producer') ?? new PdfString('Skia/PDF');
  const date = new PdfString(`D:${identity.date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`);
  file.set(
    info,
    dictOf({
      Title: textString(identity.title),
      Author: textString(identity.author),
      Subject: textString(identity.subject),
      Keywords: textString(identity.keywords.join(', ')),
      Creator: textString(identity.creator),
      Producer: producer,
      CreationDate: date,
      ModDate: date,
    }),
  );
  const xmp = Buffer.from(xmpOf(identity, producer instanceof PdfString ? producer.bytes : ''), 'utf8');
  const metadata = file.addPlainStream(dictOf({ Type: '/Metadata', Subtype: '/XML' }), xmp);
  file.change(file.trailer.get('Root') as PdfRef, (catalog) => catalog.set('Metadata', metadata));
};

/** The XMP packet (ISO 16684-1), with the mark of PDF/UA-1 (ISO 14289-1, clause 5). */
function xmpOf(identity: DocumentIdentity, producer: string): string {
  const date = `${identity.date.toISOString().slice(0, 19)}Z`;
  const keywords = identity.keywords.map((word) => `<rdf:li>${xml(word)}</rdf:li>`).join('');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(identity.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(identity.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xml(identity.subject)}</rdf:li></rdf:Alt></dc:description>
<dc:subject><rdf:Bag>${keywords}</rdf:Bag></dc:subject>
<dc:language><rdf:Bag><rdf:li>${xml(identity.language)}</rdf:li></rdf:Bag></dc:language>
${rightsOf(identity)}
<xmp:CreatorTool>${xml(identity.creator)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<pdf:Producer>${xml(producer)}</pdf:Producer>
<pdf:Keywords>${xml(identity.keywords.join(', '))}</pdf:Keywords>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function rightsOf({ licence }: DocumentIdentity): string {
  if (!licence) return '<xmpRights:Marked>True</xmpRights:Marked>';
  return `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${xml(licence.name)}</rdf:li></rdf:Alt></dc:rights>
<xmpRights:Marked>True</xmpRights:Marked>
<xmpRights:WebStatement>${xml(licence.url)}</xmpRights:WebStatement>`;
}

function xml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return allowed.replace(/[<>&"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/**
 * What readers do with the file: show its title, know its language, follow the structure when going on by key, and call
 * pages as they are numbered (rules 7.1-10, 7.2-2 and 7.18.3-1).
 */
export const setViewer: Mend = ({ file, identity }) => {
  const preferences = dictOf({ Type: '/ViewerPreferences', DisplayDocTitle: true });
  file.change(file.trailer.get('Root') as PdfRef, (catalog) => {
    catalog.set('MarkInfo', dictOf({ Type: '/MarkInfo', Marked: true }));
    catalog.set('ViewerPreferences', preferences);
    catalog.set('Lang', textString(identity.language));
    catalog.set('PageLabels', dictOf({ Nums: [0, dictOf({ S: '/D' })] }));
  });
  for (const page of pagesOf(file)) file.change(page, (dict) => dict.set('Tabs', '/S'));
};
