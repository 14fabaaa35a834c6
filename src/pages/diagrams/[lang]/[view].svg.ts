import type { APIRoute } from 'astro';
import { pictures, type PictureProps } from '../../../site/pictures.ts';

export const getStaticPaths = pictures;

export const GET: APIRoute<PictureProps> = ({ props }) =>
  new Response(props.draw(), { headers: { 'content-type': 'image/svg+xml' } });
