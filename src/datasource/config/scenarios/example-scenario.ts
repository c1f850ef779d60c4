/** What a scenario looks like, to begin with. */
export const exampleScenario = `- id: coupon-refused
  title: Coupon refused
  family: policy
  severity: info
  owner: consumer
  summary: The policy of our shop refused the coupon of the caller.
  match:
    - at: reason
      when: { column: LastErrorReason, op: equals, value: CouponRefused }
      basis: reason
      confidence: high
  remediation:
    - Use a coupon that is still valid.
`;
