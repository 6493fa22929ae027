import { CommanderError } from 'commander';
import { program } from './program.js';
import { Stop } from './stop.js';

let exitCode = 2;
try {
  await program((code) => (exitCode = code)).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof Stop) {
    console.error(error.message);
    exitCode = error.exitCode;
  } else throw error;
}
// Said outright: the embedded database's exit hook sets `process.exitCode` back to 0 when the loop runs dry.
process.exit(exitCode);
