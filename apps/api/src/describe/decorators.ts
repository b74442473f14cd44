import type { ApiHeaderOptions } from '@nestjs/swagger';

type Swagger = typeof import('@nestjs/swagger');
type Describes = ClassDecorator & MethodDecorator;

const untold: ((swagger: Swagger) => void)[] = [];

const described =
  (decorator: (swagger: Swagger) => Describes): Describes =>
  (...place: readonly unknown[]) =>
    void untold.push((swagger) => Reflect.apply(decorator(swagger), undefined, place));

/** The group that a controller's routes stand under in the description. */
export const Tag = (name: string) => described(({ ApiTags }) => ApiTags(name));

/** A header that a route reads, or every route of a controller. */
export const Header = (options: ApiHeaderOptions) => described(({ ApiHeader }) => ApiHeader(options));

/**
 * The library that describes the API, told of what stands above the controllers. It has a third of all the modules of
 * this program, and few ever ask for the description: so it is loaded for the first who does.
 */
export const toldSwagger = async (): Promise<Swagger> => {
  const swagger = await import('@nestjs/swagger');
  for (const tell of untold.splice(0)) tell(swagger);
  return swagger;
};
