import type { APIRoute } from 'astro';
import { modelData } from '../../../site/data.ts';

export const GET: APIRoute = () => Response.json(modelData());
