import type { APIRoute } from 'astro';
import { bundle } from '../build/bundle.ts';

export const GET: APIRoute = async () =>
  new Response(await bundle('element', 'embed'), { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
