import { Command, Option } from 'commander';
import type { CheckOptions } from './check/check.js';
import type { ImportOptions } from './import/import-file.js';
import { readSettings } from './settings.js';
import { Stop } from './stop.js';

type Finish = (code: number) => void;
const format = (): Option => new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');

/** The command line of the house; every command ends by naming its exit code, and loads only what it needs itself. */
export function program(finish: Finish): Command {
  const settings = readSettings();
  const command = new Command('thuisreis').description('Guides every household through a renovation and home again');
  command.configureOutput({ outputError: (text, write) => write(text) }).exitOverride();
  command
    .command('check [path...]')
    .description('check templates; a folder stands for every template below it')
    .option('--corporation <slug>', 'whose roles, partners and purposes count')
    .option('--codes', 'list the codes of all findings')
    .addOption(format())
    .action(async (paths: string[], options: CheckOptions & { codes?: boolean }) => {
      if (options.codes) return finish((await import('./check/codes.js')).printCodes(options.format));
      if (paths.length === 0) throw new Stop('Name a file or a folder to check.', 2);
      const { checkPaths } = await import('./check/check.js');
      return finish(await checkPaths(settings, paths, options));
    });
  command
    .command('schema')
    .description('print the JSON Schema of the template language for editors')
    .action(async () => {
      const { schema } = await import('@thuisreis/template');
      console.log(JSON.stringify(schema(), null, 2));
      finish(0);
    });
  command
    .command('import <file>')
    .description('preview or import households from a CSV file')
    .requiredOption('--project <slug>', 'the project that the households belong to')
    .requiredOption('--as <login>', 'who imports')
    .option('--mapping <file>', 'JSON: our column to the heading in the file')
    .option('--dry-run', 'only say what would happen')
    .addOption(format())
    .action(async (file: string, options: ImportOptions) => {
      const { importFile } = await import('./import/import-file.js');
      finish(await importFile(settings, file, options));
    });
  command
    .command('sign-in')
    .description('open a session; the password is read from standard input')
    .requiredOption('--as <login>', 'who signs in')
    .action(async (options: { as: string }) => {
      const { openSession, passwordFromInput } = await import('./server/session.js');
      const session = await openSession(settings, options.as, await passwordFromInput());
      console.log(`thuisreis_session=${session.cookie}`);
      finish(0);
    });
  command
    .command('doctor')
    .description('look at everything a running house needs')
    .option('--reconcile', "compare every open case's workflow with its row")
    .addOption(format())
    .action(async ({ format, reconcile: all }: { format: string; reconcile?: boolean }) => {
      if (all) return finish(await (await import('./doctor/reconcile.js')).reconcile(settings, format));
      return finish(await (await import('./doctor/doctor.js')).doctor(settings, format));
    });
  command
    .command('migrate')
    .description('apply database migrations as the owner role')
    .action(async () => finish(await (await import('./migrate.js')).migrateDatabase(settings)));
  return command;
}
