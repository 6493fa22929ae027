import { Query, Resolver } from '@nestjs/graphql';
import { Settings } from '../settings.js';
import { Asker } from './asker.js';
import { Me } from './me.graphql.js';
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
      demo: this.settings.mode === 'demo',
    };
  }
}
