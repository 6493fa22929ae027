import { CommanderError } from 'commander';
import { program } from './program.js';
import { Stop } from './stop.js';

try {
  await program((code) => (process.exitCode = code)).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof Stop) {
    console.error(error.message);
    process.exitCode = error.exitCode;
  } else throw error;
}
