import { Query, Resolver } from '@nestjs/graphql';
import { Settings } from '../settings.js';
import { Asker } from './asker.js';
import { Me } from './me.graphql.js';
import { opens } from './rights.js';
import type { Session } from './session.js';

@Resolver()
export class MeResolver {
  constructor(private readonly settings: Settings) {}

  @Query(() => Me)
  me(@Asker() asker: Session): Me {
    const { login, name, role, corporation, actor } = asker;
    return {
      member: actor.member,
      login,
      name,
      role,
      corporation,
      roles: [...actor.roles],
      may: offersOf(asker),
      demo: this.settings.mode === 'demo',
    };
  }
}

/** By the same matrix as the refusals: a menu never offers what would be refused. */
const offersOf = (asker: Session): string[] => [
  ...(opens(asker, 'write', 'D1') && opens(asker, 'write', 'D2') ? ['import'] : []),
  ...(opens(asker, 'write', 'D0') ? ['templates'] : []),
];
