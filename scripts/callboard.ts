// The command line: parses arguments, prints, sets exit codes. Each command is loaded when it is asked for.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { FORMATS } from '../src/lib/problem-formats.ts';
import { VERSION } from '../src/portal/version.ts';

// Astro counts its users unless it is told not to; a build speaks to git hosts and nobody else.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

// Half of the time of starting, and of starting each thread, goes into compiling modules that were compiled before.
const { directory } = enableCompileCache(fileURLToPath(new URL('../.astro/compiled', import.meta.url)));
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] ??= directory;

/** Could not run: bad arguments, an unreadable configuration, a failure that is not in the files. */
const EXIT_COULD_NOT_RUN = 2;

const program = new Command('callboard')
  .description('A static developer portal from the files in your git repositories.')
  .version(VERSION)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_COULD_NOT_RUN));

function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--config <file>', 'configuration; every relative path in it is relative to it', 'content/portal.yaml');
}

const out = new Option('--out <dir>', 'folder of the built site; swapped in whole when the build has succeeded').default('dist');
const port = new Option('--port <number>', 'port to serve on').default(4321).argParser(Number);
const strict = new Option('--strict', 'exit with 1 when there is a problem at error level');
const offline = new Option('--offline', 'no network: exactly the locked commits, as far as they are on disk');
const frozen = new Option('--frozen', 'no network: exactly the locked commits, or an error');
const only = new Option('--only <id...>', 'bring these sources up to date and leave the others as they are on disk');
const fresh = new Option('--fresh', 'build everything anew, with nothing kept from earlier builds');
const compress = new Option('--compress', 'write copies of text files beside them that are compressed with Brotli and gzip');
const headers = new Option('--headers', 'write the file _headers, which Netlify and Cloudflare read');
const stats = new Option('--stats <file>', 'write seconds per stage and memory as JSON');

command('pull', 'bring the snapshot up to date and write callboard.lock.json')
  .addOption(offline)
  .option('--frozen', 'exactly the locked commits, or an error')
  .addOption(only)
  .option('--json', 'print events as lines of JSON')
  .action(async (options) => finish((await import('./commands/pull.ts')).pullCommand(options)));
command('build', 'pull, compile, render and index: the site is ready to host')
  .addOption(out)
  .addOption(offline)
  .addOption(frozen)
  .addOption(only)
  .addOption(strict)
  .addOption(fresh)
  .addOption(compress)
  .addOption(headers)
  .addOption(stats)
  .action(async (options) => finish((await import('./commands/build.ts')).buildCommand(options)));
command('validate', 'check entity files, docs and radar without building')
  .argument('[path...]', 'folders of repositories to check on their own; without one, everything that is configured')
  .addOption(new Option('--format <name>', 'how problems are printed').choices(Object.keys(FORMATS)).default('pretty'))
  .option('--explain <rule>', 'say what a rule is about instead')
  .action(async (paths, options, command) => {
    const isNamed = command.getOptionValueSource('config') !== 'default';
    await finish((await import('./commands/validate.ts')).validateCommand(paths, { ...options, isNamed }));
  });
command('dev', 'live site for the person who edits content')
  .addOption(port)
  .action(async (options) => finish((await import('./commands/dev.ts')).devCommand(options)));
command('preview', 'serve a built site')
  .addOption(out)
  .addOption(port)
  .action(async (options) => finish((await import('./commands/preview.ts')).previewCommand(options)));
command('start', 'build, then preview')
  .addOption(out)
  .addOption(port)
  .action(async (options) => {
    const code = await (await import('./commands/build.ts')).buildCommand(options);
    if (code === 0) await finish((await import('./commands/preview.ts')).previewCommand(options));
    else process.exitCode = code;
  });
program
  .command('changes')
  .description('list what has to be uploaded and removed so that a site that is online becomes the one that was built')
  .argument('[online]', 'api/files.json of the site that is online; without it, nothing is')
  .addOption(out)
  .requiredOption('--into <dir>', 'folder for the lists, one for each step of the upload')
  .action(async (online, options) => {
    process.exitCode = (await import('./commands/changes.ts')).changesCommand(online, options);
  });
program
  .command('radar')
  .description('work with tech radars')
  .command('convert')
  .description('write a radar of any format as Markdown or as the JSON of Backstage')
  .argument('<path>', 'folder or file of the radar')
  .addOption(new Option('--to <format>', 'what to write').choices(['markdown', 'backstage']).makeOptionMandatory())
  .option('--out <path>', 'folder of the Markdown, or file of the JSON, which is printed without it')
  .action(async (path, options) => finish((await import('./commands/radar.ts')).convertRadarCommand(path, options)));
program
  .command('schema')
  .description('write the JSON Schema of portal.yaml')
  .argument('[file]', 'where to', 'src/config/portal.schema.json')
  .action(async (file) => (await import('../src/config/json-schema-fs.ts')).writeJsonSchema(file));

async function finish(code: Promise<number>): Promise<void> {
  process.exitCode = await code;
}

try {
  await program.parseAsync();
} catch (error) {
  const text = error instanceof Error ? (process.env['CALLBOARD_DEBUG'] === undefined ? error.message : error.stack) : String(error);
  console.error(`Callboard could not finish: ${text}`);
  if (process.env['CALLBOARD_DEBUG'] === undefined) console.error('Set CALLBOARD_DEBUG=1 to see where.');
  process.exitCode = EXIT_COULD_NOT_RUN;
}
