import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Day } from './day/Day.js';
import { HouseholdPage } from './household/HouseholdPage.js';
import { NotFound, Shell } from './shell/Shell.js';
import { TaskPage } from './task/TaskPage.js';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/day' });
  },
});

export interface DaySearch {
  readonly scope?: 'TEAM';
  readonly after?: string;
}
const day = createRoute({
  getParentRoute: () => root,
  path: '/day',
  validateSearch: (search): DaySearch => (search['scope'] === 'TEAM' ? { scope: 'TEAM' } : {}),
  component: Day,
});
const household = createRoute({ getParentRoute: () => root, path: '/households/$id', component: HouseholdPage });
const task = createRoute({
  getParentRoute: () => root,
  path: '/households/$id/tasks/$case/$item',
  component: TaskPage,
});
const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('./import/ImportPage.js'), 'ImportPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, day, household, task, importing]),
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
