/** The command line beside one house: stories share it, because a house takes a while to start. */
import { afterAll, beforeAll } from '@jest/globals';
import { CommandLine } from './command-line.js';
import { doctorStories } from './stories/doctor.js';
import { importStories } from './stories/import.js';

const house = new CommandLine();
beforeAll(() => house.open(), 180_000);
afterAll(() => house.close(), 60_000);

importStories(house);
doctorStories(house);
