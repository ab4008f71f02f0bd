// `/icons.svg`: the icons of the site as one sprite.
import { buildSprite } from '../components/icons.ts';

export const GET = () => new Response(buildSprite(), { headers: { 'content-type': 'image/svg+xml' } });
