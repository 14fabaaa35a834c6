import type { APIRoute } from 'astro';
import { socials, type SocialProps } from '../../../site/social.ts';

export const getStaticPaths = socials;

export const GET: APIRoute<SocialProps> = ({ props }) =>
  new Response(props.draw(), { headers: { 'content-type': 'image/svg+xml' } });
