/** npm run build: the whole plugin into dist. */
import { buildPlugin } from './plugin';

await buildPlugin(process.argv.includes('--development') ? 'development' : 'production');
