import { crc32 } from 'node:zlib';

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

/** Width and height of a PNG that is whole: each of its chunks is there, up to the last (PNG, third edition, section 5). */
function sizeOfPng(bytes: Buffer): Size | null {
  if (!bytes.subarray(0, pngStart.length).equals(pngStart)) return null;
  let size: Size | null = null;
  let hasPixels = false;
  for (let at = pngStart.length; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null;
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (kind === 'IHDR' && end - at === 21) {
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    if (kind === 'IDAT') hasPixels = true;
    if (kind === 'IEND') return hasPixels ? size : null;
    at = end + 4;
  }
  return null;
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
