/** What those who look at a page need inside of it. */
export interface PageTools {
  /** Whether an element has words of its own, outside of the blocks in it. */
  hasWords(element: Element): boolean;
  /**
   * A picture as a data URL of a PNG or JPEG file: as it is where it is one, else drawn so large.
   * @param scale pixels of the file for each pixel of the page
   */
  pngOf(image: HTMLImageElement, width: number, height: number, scale: number): Promise<string>;
}

/** These as JavaScript, to be handed over inside the page. */
export const pageTools = `{ hasWords: ${hasWords}, pngOf: ${pngOf} }`;

function hasWords(element: Element): boolean {
  const isSpace = (text: string) => /^[ \t\n]*$/.test(text);
  return [...element.childNodes].some(
    (node) =>
      (node instanceof Text && !isSpace(node.data)) ||
      (node instanceof HTMLElement && getComputedStyle(node).display === 'inline' && !isSpace(node.textContent ?? '')),
  );
}

async function pngOf(image: HTMLImageElement, width: number, height: number, scale: number): Promise<string> {
  if (/^data:image\/(?:png|jpeg);/.test(image.src)) return image.src;
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return `data:image/png;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
