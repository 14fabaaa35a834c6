import type { APIRoute } from 'astro';
import { stepCodes } from '../../site/steps.ts';

export const GET: APIRoute = async () =>
  new Response(`self.kubepathsSteps=${JSON.stringify(await stepCodes())}`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
