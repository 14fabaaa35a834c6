import type { APIRoute } from 'astro';
import { bundle } from '../../build/bundle.ts';

export const getStaticPaths = () =>
  [
    'page',
    'picture',
    'choose',
    'frame',
    'lesson-frame',
    'stage',
    'builder',
    'whatif',
    'tools',
    'search',
    'catalogue',
    'tour',
    'quiz',
    'exercise',
  ].map((name) => ({
    params: { name },
  }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await bundle(params.name ?? ''), { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
