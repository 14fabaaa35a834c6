document.documentElement.dataset['script'] = '';
