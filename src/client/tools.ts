import { compareTool } from './whatif/compare.ts';
import { planTool } from './whatif/plan.ts';
import { reachTool } from './whatif/reach.ts';
import { settingsTool } from './whatif/settings.ts';
import { whyTool } from './whatif/why.ts';

self.kubepathsTools = {
  settings: settingsTool,
  why: whyTool,
  plan: planTool,
  compare: compareTool,
  reach: reachTool,
};
