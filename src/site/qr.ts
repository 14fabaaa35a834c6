import { encode } from 'uqr';

export interface QrCode {
  /** Modules on a side, quiet zone included. */
  readonly size: number;
  /** The dark modules as the outline of an SVG path. */
  readonly path: string;
}

/** A text as a QR code that a camera reads from paper. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: path.join('') };
}
