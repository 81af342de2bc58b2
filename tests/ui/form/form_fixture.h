// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/form/form_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>

namespace jz::test {

/// A form with a new dossier, as an applicant has it before him.
struct Form : DeskFixture
{
    Form() : Form(QString()) {}
    /// With one of the samples in it.
    explicit Form(const QString& sample)
    {
        id = sample.isEmpty() ? newDossier() : sampleDossier(sample);
        openForm();
    }

    void openForm()
    {
        session = std::make_unique<ui::DossierSession>(*workspace, id, dialogs);
        view = std::make_unique<ui::FormView>(*session, nullptr);
        show(*view);
    }

    /// As after the end of the program.
    void reopen()
    {
        view.reset();
        session.reset();
        restart();
        openForm();
    }

    void goTo(const QString& field) { view->goTo({Address::Part::Value, field, {}, {}}); }
    void type(const QString& text) { test::type(*view, text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { test::press(*view, key, modifiers); }
    void paste(const QString& text) { test::paste(*view, text); }
    /// Pastes text with line ends and formats as an office program offers it.
    void pasteMime(QMimeData* data)
    {
        QGuiApplication::clipboard()->setMimeData(data);
        press(Qt::Key_V, Qt::ControlModifier);
    }
    void undo() { press(Qt::Key_Z, Qt::ControlModifier); }
    void redo() { press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    QJsonValue value(const QString& field) const { return session->dossier().values.value(field); }
    QString text(const QString& field) const { return session->dossier().text(field); }
    QWidget& frame(const QString& field) { return *view->frame(field); }
    QString measure(const QString& field) { return find<QLabel>(frame(field), QStringLiteral("measure")).text(); }
    QString measureSeverity(const QString& field)
    {
        return find<QLabel>(frame(field), QStringLiteral("measure")).property("severity").toString();
    }
    /// What the field says about what was just typed or pasted; empty when it says nothing.
    QString note(const QString& field)
    {
        const auto& label = find<QLabel>(frame(field), QStringLiteral("note"));
        return label.isHidden() ? QString() : label.text();
    }

    QUuid id;
    std::unique_ptr<ui::DossierSession> session;
    std::unique_ptr<ui::FormView> view;
};

} // namespace jz::test
