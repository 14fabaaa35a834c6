import type { Colour } from '../../diagram/palette.ts';

/** What a slide is made of, in inches from its upper left corner; how it is written down is the business of pptx.ts. */

export const WIDTH = 13.333;
export const HEIGHT = 7.5;

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Paragraph {
  /** Code stands between backticks. */
  readonly text: string;
  /** In points. */
  readonly size: number;
  readonly colour?: Colour;
  readonly bold?: boolean;
  readonly face?: 'serif' | 'mono';
  /** A number before it, or a dot. */
  readonly list?: 'step' | 'bullet';
  readonly link?: string;
  /** Room above, in points. */
  readonly above?: number;
}

export interface TextBox extends Frame {
  readonly kind: 'text';
  readonly paragraphs: readonly Paragraph[];
  readonly fill?: Colour;
  readonly line?: Colour;
  /** A strong edge at its beginning. */
  readonly middle?: boolean;
}

export interface Picture extends Frame {
  readonly kind: 'picture';
  readonly alt: string;
  readonly svg: string;
  readonly png: Uint8Array;
}

export interface Bar extends Frame {
  readonly kind: 'bar';
  readonly fill: Colour;
}

export interface Cell {
  readonly text: string;
  readonly colour?: Colour;
  readonly fill?: Colour;
  readonly bold?: boolean;
}

export interface Table extends Frame {
  readonly kind: 'table';
  readonly alt: string;
  readonly size: number;
  /** Shares of the width. */
  readonly columns: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Box = TextBox | Picture | Bar | Table;

export interface Slide {
  readonly layout: 'cover' | 'content';
  readonly title: string;
  readonly boxes: readonly Box[];
  /** Paragraphs that only the speaker sees. */
  readonly notes: readonly string[];
}

export interface Deck {
  readonly title: string;
  /** An exact language tag. */
  readonly tag: string;
  readonly slides: readonly Slide[];
}
