import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { toldSwagger } from './decorators.js';

/** Filled once all routes are known. */
export interface ApiDescription {
  document?: () => Promise<OpenAPIObject>;
}

export const DESCRIPTION = Symbol('ApiDescription');

const isZod = (schema: unknown): schema is z.ZodType =>
  schema !== null && typeof schema === 'object' && '_zod' in schema;

const describe = async (app: INestApplication): Promise<OpenAPIObject> => {
  const { DocumentBuilder, SwaggerModule } = await toldSwagger();
  const about = new DocumentBuilder()
    .setTitle('Kiemsat')
    .setDescription('Sổ thụ lý, thời hạn và chỉ tiêu công tác kiểm sát')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('kiemsat_session', { type: 'apiKey', in: 'cookie', name: 'kiemsat_session' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .build();
  return SwaggerModule.createDocument(app, about, {
    standardSchemaConverter: (schema, { schemaType }) => {
      if (!isZod(schema)) return undefined;
      const { $schema: _, ...described } = z.toJSONSchema(schema, { io: schemaType, unrepresentable: 'any' });
      return { schema: described };
    },
  });
};

/** The API as OpenAPI 3.1, its shapes taken from the same schemas that check the requests; made for the first who asks. */
export const describesApi = (app: INestApplication): (() => Promise<OpenAPIObject>) => {
  let made: Promise<OpenAPIObject> | undefined;
  return () => (made ??= describe(app));
};
