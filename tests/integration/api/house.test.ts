import { describe } from '@jest/globals';
import { answers } from './stories/answers.js';
import { checking } from './stories/checking.js';
import { desk } from './stories/desk.js';
import { feed } from './stories/feed.js';
import { operations } from './stories/operations.js';
import { production } from './stories/production.js';
import { records } from './stories/records.js';
import { sessions } from './stories/sessions.js';
import { twins } from './stories/twins.js';
import { World } from './world.js';

const world = World.around();

describe('operations', () => operations(world));
describe('sessions', () => sessions(world));
describe('twins', () => twins(world));
describe('the desk', () => desk(world));
describe('answers', () => answers(world));
describe('checking', () => checking(world));
describe('the feed', () => feed(world));
describe('production', () => production(world));
describe('records', () => records(world));
