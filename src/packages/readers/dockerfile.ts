// A Dockerfile in: the images that it begins with or copies from. https://docs.docker.com/reference/dockerfile/
import { DockerfileParser } from 'dockerfile-ast';
import type { Declaration, ManifestReader } from '../types.ts';
import { parseImage } from './image.ts';

/** Reads a Dockerfile. Variables have the defaults that the file gives them. */
export const readDockerfile: ManifestReader = (text) => {
  const file = DockerfileParser.parse(text);
  const defaults = new Map(
    file.getInitialARGs().flatMap((one) => {
      const property = one.getProperty();
      return property === null ? [] : [[property.getName(), property.getValue() ?? ''] as const];
    }),
  );
  const fill = (image: string) =>
    image.replace(
      /\$\{([A-Za-z_]\w{0,60})(?::?-([^}]{0,100}))?\}|\$([A-Za-z_]\w{0,60})/g,
      (whole, braced?: string, other?: string, bare?: string) => {
        return defaults.get(braced ?? bare ?? '') || (other ?? whole);
      },
    );
  const stages = new Set(file.getFROMs().flatMap((one) => one.getBuildStage()?.toLowerCase() ?? []));
  const used = [
    ...file.getFROMs().map((one) => ({ image: one.getImage(), line: one.getImageRange()?.start.line })),
    ...file.getCOPYs().map((one) => ({ image: one.getFromFlag()?.getValue(), line: one.getRange().start.line })),
  ];
  const declarations = used.flatMap(({ image, line }): Declaration[] => {
    if (!image || line === undefined || stages.has(image.toLowerCase()) || /^\d+$/.test(image)) return [];
    const found = parseImage(fill(image));
    return found === null ? [] : [{ type: 'docker', ...found, dev: false, line: line + 1 }];
  });
  return { declarations, self: null, fault: null };
};
