import type { APIRoute } from 'astro';
import type { PictureProps } from '../../../../site/pictures.ts';
import { tourPictures } from '../../../../site/tours.ts';

export const getStaticPaths = tourPictures;

export const GET: APIRoute<PictureProps> = ({ props }) =>
  new Response(props.draw(), { headers: { 'content-type': 'image/svg+xml' } });
