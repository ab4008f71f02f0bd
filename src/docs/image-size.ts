// Width and height of images, read from their headers.
import { imageSize } from 'image-size';
import type { SourceFiles } from '../lib/files.ts';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

const MAX_SIDE = 100_000;

/** Reads the size of an image; null when it is missing, damaged or of an unknown format. */
export function readImageSize(files: SourceFiles, path: string): ImageSize | null {
  const bytes = files.readBytes(path);
  if (bytes === null) return null;
  try {
    const { width, height, orientation } = imageSize(bytes);
    if (!(width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE)) return null;
    const size = { width: Math.round(width), height: Math.round(height) };
    // From 5 on, cameras mean the picture to be turned by a quarter.
    return orientation !== undefined && orientation >= 5 ? { width: size.height, height: size.width } : size;
  } catch {
    return null;
  }
}
