// A worker thread that finishes files of the site: tasks in, digests out.
import { finishFiles } from './finish-files-fs.ts';

export default finishFiles;
