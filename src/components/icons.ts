// The icons of the site: our names for what they mean, Lucide's drawings. Served once, as a sprite.
import bot from 'lucide-static/icons/bot.svg?raw';
import box from 'lucide-static/icons/box.svg?raw';
import bookOpen from 'lucide-static/icons/book-open.svg?raw';
import chartLine from 'lucide-static/icons/chart-line.svg?raw';
import bell from 'lucide-static/icons/bell.svg?raw';
import bug from 'lucide-static/icons/bug.svg?raw';
import calendar from 'lucide-static/icons/calendar.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import circleDashed from 'lucide-static/icons/circle-dashed.svg?raw';
import cloud from 'lucide-static/icons/cloud.svg?raw';
import code from 'lucide-static/icons/code.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import database from 'lucide-static/icons/database.svg?raw';
import fileCode from 'lucide-static/icons/file-code.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import filter from 'lucide-static/icons/list-filter.svg?raw';
import flag from 'lucide-static/icons/flag.svg?raw';
import gitBranch from 'lucide-static/icons/git-branch.svg?raw';
import globe from 'lucide-static/icons/globe.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import layers from 'lucide-static/icons/layers.svg?raw';
import layoutGrid from 'lucide-static/icons/layout-grid.svg?raw';
import layoutTemplate from 'lucide-static/icons/layout-template.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import mapPin from 'lucide-static/icons/map-pin.svg?raw';
import maximize from 'lucide-static/icons/maximize.svg?raw';
import menu from 'lucide-static/icons/menu.svg?raw';
import messageSquare from 'lucide-static/icons/message-square.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import network from 'lucide-static/icons/network.svg?raw';
import packageIcon from 'lucide-static/icons/package.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import plug from 'lucide-static/icons/plug.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import radar from 'lucide-static/icons/radar.svg?raw';
import rocket from 'lucide-static/icons/rocket.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import shield from 'lucide-static/icons/shield.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import sunMoon from 'lucide-static/icons/sun-moon.svg?raw';
import ticket from 'lucide-static/icons/ticket.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import user from 'lucide-static/icons/user.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import type { IconName } from '../lib/icon-names.ts';

const SVGS: Readonly<Record<IconName, string>> = {
  component: box,
  api: plug,
  resource: database,
  system: layoutGrid,
  domain: globe,
  group: users,
  user,
  template: layoutTemplate,
  location: mapPin,
  other: circleDashed,
  docs: bookOpen,
  page: fileText,
  radar,
  problem: triangleAlert,
  error: circleAlert,
  info,
  search,
  menu,
  sun,
  moon,
  auto: sunMoon,
  copy,
  check,
  close: x,
  filter,
  edit: pencil,
  plus,
  minus,
  fit: maximize,
  starred: star,
  mine: user,
  recent: history,
  sort: arrowUp,
  link,
  dashboard: chartLine,
  github: gitBranch,
  gitlab: gitBranch,
  git: gitBranch,
  source: code,
  code,
  web: globe,
  email: mail,
  chat: messageSquare,
  phone,
  graph: network,
  layers,
  file: fileCode,
  airesource: bot,
  cloud,
  ticket,
  shield,
  lock,
  package: packageIcon,
  rocket,
  bell,
  bug,
  flag,
  calendar,
  chevron: chevronRight,
};

export type { IconName } from '../lib/icon-names.ts';

/** Names that Backstage and its plugins have for what we draw under another one. */
const ALIASES: ReadonlyMap<string, IconName> = new Map([
  ['alert', 'bell'],
  ['apps', 'system'],
  ['bugs', 'bug'],
  ['build', 'rocket'],
  ['cicd', 'rocket'],
  ['database', 'resource'],
  ['description', 'page'],
  ['help', 'info'],
  ['jira', 'ticket'],
  ['kind:api', 'api'],
  ['kind:component', 'component'],
  ['kind:domain', 'domain'],
  ['kind:group', 'group'],
  ['kind:location', 'location'],
  ['kind:resource', 'resource'],
  ['kind:system', 'system'],
  ['kind:template', 'template'],
  ['kind:user', 'user'],
  ['library', 'docs'],
  ['logs', 'file'],
  ['mail', 'email'],
  ['metrics', 'dashboard'],
  ['monitoring', 'dashboard'],
  ['repository', 'git'],
  ['runbook', 'docs'],
  ['scaffolder', 'template'],
  ['security', 'shield'],
  ['slack', 'chat'],
  ['techdocs', 'docs'],
  ['vault', 'lock'],
  ['warning', 'problem'],
  ['website', 'web'],
]);

/** Returns the name of the icon for a name from a file (`metadata.links[].icon`), or the fallback where we draw none for it. */
export function iconName(name: string, fallback: IconName): IconName {
  const lower = name.toLowerCase();
  return Object.hasOwn(SVGS, lower) ? (lower as IconName) : (ALIASES.get(lower) ?? fallback);
}

/** Builds the sprite: one symbol for each icon, coloured by the text it stands in. */
export function buildSprite(): string {
  const symbols = Object.entries(SVGS).map(([name, svg]) => {
    const inner = svg
      .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
      .replace(/\s+/g, ' ')
      .trim();
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}
