import type { APIRoute } from 'astro';
import { dataSchema } from '../../../model/data-schema.ts';

export const GET: APIRoute = () => Response.json(dataSchema());
