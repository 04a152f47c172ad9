// Does with somebody else's client what an integrator does first. Arguments: base address, token, an NHS number of nobody.
import assert from 'node:assert/strict';
import { Client } from 'fhir-kit-client';

const [baseUrl, token, number] = process.argv.slice(2);
const client = new Client({ baseUrl, bearerToken: token, customHeaders: { Authorization: `Bearer ${token}` } });
const system = 'https://fhir.nhs.uk/Id/nhs-number';

const statement = await client.capabilityStatement();
assert.equal(statement.fhirVersion, '4.0.1');

const patient = await client.create({
  resourceType: 'Patient',
  body: { resourceType: 'Patient', identifier: [{ system, value: number }], name: [{ family: 'Outside' }] },
});
assert.ok(patient.id);
assert.equal((await client.read({ resourceType: 'Patient', id: patient.id })).name[0].family, 'Outside');

const found = await client.search({ resourceType: 'Patient', searchParams: { identifier: `${system}|${number}` } });
assert.equal(found.total, 1);

const changed = await client.update({
  resourceType: 'Patient', id: patient.id, body: { ...patient, name: [{ family: 'Changed' }] },
});
assert.equal(changed.meta.versionId, '2');
const old = await client.vread({ resourceType: 'Patient', id: patient.id, version: '1' });
assert.equal(old.name[0].family, 'Outside');
const history = await client.history({ resourceType: 'Patient', id: patient.id });
assert.equal(history.entry.length, 2);

const patched = await client.patch({
  resourceType: 'Patient', id: patient.id, jsonPatch: [{ op: 'replace', path: '/name/0/family', value: 'Patched' }],
});
assert.equal(patched.name[0].family, 'Patched');

const entry = [1, 2, 3].map((n) => ({
  request: { method: 'POST', url: 'Observation' },
  resource: {
    resourceType: 'Observation', status: 'final', code: { text: 'weight' },
    subject: { reference: `Patient/${patient.id}` }, valueQuantity: { value: 60 + n, unit: 'kg' },
  },
}));
const answer = await client.transaction({ body: { resourceType: 'Bundle', type: 'transaction', entry } });
assert.equal(answer.entry.length, 3);

let page = await client.search({ resourceType: 'Observation', searchParams: { patient: patient.id, _count: 2 } });
assert.equal(page.entry.length, 2);
page = await client.nextPage({ bundle: page });
assert.equal(page.entry.length, 1);

const everything = await client.operation({ name: 'everything', resourceType: 'Patient', id: patient.id, method: 'GET' });
assert.equal(everything.entry.length, 4);

const spare = await client.create({ resourceType: 'Patient', body: { resourceType: 'Patient' } });
await client.delete({ resourceType: 'Patient', id: spare.id });
await assert.rejects(client.read({ resourceType: 'Patient', id: spare.id }), (e) => e.response.status === 410);
console.log('all is well');
