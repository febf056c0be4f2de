import { crc32, inflateSync } from 'node:zlib';

/** Sharp on a whole A3 poster, with room to spare; many more would fill the memory of the browser. */
const mostPixels = 40_000_000;

/**
 * What is wrong with the bytes of a PNG or JPEG picture.
 * @param type its media type
 */
export function photographProblem(bytes: Buffer, type: string | undefined): 'damaged' | 'large' | null {
  const size = type === 'image/png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
  if (!size || size.width === 0 || size.height === 0) return 'damaged';
  return size.width * size.height > mostPixels ? 'large' : null;
}

interface Size {
  width: number;
  height: number;
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** How many values a pixel has, by the colour type of a PNG. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Width and height of a PNG that is whole: each of its chunks is there, up to the last, and all of its pixels (PNG, third
 * edition, sections 5, 10 and 11). A browser would show the rest as nothing, and tell nobody.
 */
function sizeOfPng(bytes: Buffer): Size | null {
  if (!bytes.subarray(0, pngStart.length).equals(pngStart)) return null;
  let head: Buffer | null = null;
  const pixels: Buffer[] = [];
  for (let at = pngStart.length; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null;
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (kind === 'IHDR' && end - at === 21) head = bytes.subarray(at + 8, end);
    if (kind === 'IDAT') pixels.push(bytes.subarray(at + 8, end));
    if (kind === 'IEND') return head && sizeWith(head, Buffer.concat(pixels));
    at = end + 4;
  }
  return null;
}

function sizeWith(head: Buffer, pixels: Buffer): Size | null {
  const size = { width: head.readUInt32BE(0), height: head.readUInt32BE(4) };
  // So many are refused anyway, and take long to unpack.
  if (size.width * size.height > mostPixels) return size;
  const bits = (head[8] as number) * (channels[head[9] as number] ?? 0);
  const needed = size.height * (1 + Math.ceil((size.width * bits) / 8));
  try {
    // In several passes, a picture takes a little more.
    const found = inflateSync(pixels, { maxOutputLength: 2 * needed + 64 }).length;
    return bits > 0 && found >= needed ? size : null;
  } catch {
    return null;
  }
}

/** Width and height of a JPEG that begins and ends as one (ITU-T T.81, annex B). */
function sizeOfJpeg(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let size: Size | null = null;
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return bytes.indexOf(Buffer.from([0xff, 0xd9]), at) > 0 ? size : null;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
