// build.gradle in, in Groovy or Kotlin: what stands there as plain text. Programs are not run, so what they work out is not known.
import type { Declaration, Manifest, ManifestReader } from '../types.ts';

/** Lines that are longer are no one's. */
const MAX_LINE = 500;

/** `implementation("group:name:version")`, also around `platform(…)`; any configuration. */
const COORDINATES =
  /\b([A-Za-z]\w{0,60})[ \t]{0,4}\(?[ \t]{0,4}(?:(?:platform|enforcedPlatform|kotlin)\(\s{0,4})?["']([\w.-]{1,150}):([\w.-]{1,150})(?::([^"':@]{1,100}))?[^"']{0,100}["']/g;
/** `group: 'g', name: 'n', version: 'v'`. */
const BY_NAMES =
  /\b([A-Za-z]\w{0,60})[ \t(]{1,4}group\s?[:=]\s?["']([\w.-]{1,150})["'],\s?name\s?[:=]\s?["']([\w.-]{1,150})["'](?:,\s?version\s?[:=]\s?["']([^"']{1,100})["'])?/g;
const PLUGIN = /\b(id|kotlin)[ \t]{0,4}\(?[ \t]{0,4}["']([\w.-]{1,150})["']\)?(?:[ \t]{1,4}version[ \t]{0,4}\(?["']([^"']{1,100})["'])?/g;
/** `implementation(libs.a.b)`, `alias(libs.plugins.a.b)`: names of a catalog of versions; what follows `versions` is none. */
const ALIAS =
  /\b([A-Za-z]\w{0,60})[ \t]{0,4}\(?[ \t]{0,4}(?:(?:platform|enforcedPlatform)\(\s{0,4})?libs\.((?!versions\b)[A-Za-z][\w.]{0,150})/g;
/** The language level of Java, as the several settings for it write it. */
const JAVA =
  /(?:JavaLanguageVersion\.of\(|jvmToolchain\(|JavaVersion\.VERSION_|(?:source|target)Compatibility\s{0,4}=\s{0,4}["']?)(\d+(?:[._]\d+)?)/;

const FOR_BUILDING = /test|^(?:kapt|ksp|annotationProcessor|debug|lint)/i;

/** Reads a build.gradle or build.gradle.kts. */
export const readGradle: ManifestReader = (text) => {
  const declarations: Declaration[] = [];
  const references: NonNullable<Manifest['references']>[number][] = [];
  let comment = false;
  let java = false;
  for (const [index, full] of text.split('\n').entries()) {
    const code = full.slice(0, MAX_LINE).trim();
    if (code.startsWith('/*')) comment = true;
    const inside = comment || code.startsWith('//');
    if (code.includes('*/')) comment = false;
    if (inside) continue;
    const line = index + 1;
    for (const pattern of [COORDINATES, BY_NAMES])
      for (const [, configuration = '', group = '', name = '', version = ''] of code.matchAll(pattern))
        declarations.push({
          type: 'maven',
          name: `${group}/${name}`,
          version: plain(version),
          dev: FOR_BUILDING.test(configuration),
          line,
        });
    for (const [, how, given = '', version = ''] of code.matchAll(PLUGIN)) {
      const id = how === 'kotlin' ? `org.jetbrains.kotlin.${given}` : given;
      // The name under which Gradle itself looks a plugin up.
      declarations.push({ type: 'maven', name: `${id}/${id}.gradle.plugin`, version: plain(version), dev: false, line });
    }
    for (const [, configuration = '', alias = ''] of code.matchAll(ALIAS))
      references.push({ alias: alias.toLowerCase().replace(/\.get$/, ''), dev: FOR_BUILDING.test(configuration), line });
    const level = java ? undefined : JAVA.exec(code)?.[1];
    if (level === undefined) continue;
    java = true;
    declarations.push({ type: 'generic', name: 'java', version: level.replace('_', '.'), dev: false, line });
  }
  return { declarations, self: null, fault: null, references };
};

/** A version with a variable in it is not known. */
function plain(version: string): string {
  return version.includes('$') ? '' : version;
}
