// SPDX-License-Identifier: Apache-2.0
#include "ui/style/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

Language spoken = Language::Chinese;

} // namespace

Language language()
{
    return spoken;
}

void setLanguage(Language language)
{
    spoken = language;
}

void translateQt(Language language)
{
    static QTranslator* loaded = nullptr;
    delete loaded;
    loaded = nullptr;
    QLocale::setDefault(language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    if (language == Language::English)
        return;
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(translator);
        loaded = translator;
    } else {
        delete translator;
    }
}

} // namespace jz::ui
