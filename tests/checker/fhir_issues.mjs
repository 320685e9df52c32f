/**
 * Standard input: a JSON list of FHIR R4 resources. Standard output: a list with, for each of
 * them, what the published JSON schema (4.0) finds wrong; an empty list where nothing is.
 */
import { readFileSync } from 'node:fs';
import Validator from '@asymmetrik/fhir-json-schema-validator';

const validator = new Validator();
const issues = JSON.parse(readFileSync(0, 'utf8')).map((resource) => validator.validate(resource));
console.log(JSON.stringify(issues));
